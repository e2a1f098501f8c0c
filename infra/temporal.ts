/** The connection to Temporal, for clients and workers alike, from the `TEMPORAL_*` settings that every Temporal tool reads. */
import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import proto, { type temporal } from '@temporalio/proto';
import { NativeConnection } from '@temporalio/worker';
import { zoekattributen } from '../domain/zoekattributen.ts';
import { InstellingFout } from './instellingen.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;

/** Where Temporal is and how to get in. */
export interface TemporalInstellingen {
  connectionOptions: ReturnType<typeof loadClientConnectConfig>['connectionOptions'];
  namespace: string;
}

/**
 * Reads the `TEMPORAL_*` settings (address, namespace, TLS, API key; also from a `TEMPORAL_CONFIG_FILE`).
 * @throws InstellingFout when they cannot be read.
 */
export function leesTemporal(env: NodeJS.ProcessEnv): TemporalInstellingen {
  const gezet = Object.entries(env).flatMap(([naam, waarde]) =>
    waarde === undefined ? [] : [[naam, waarde]],
  );
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({
      overrideEnvVars: Object.fromEntries(gezet),
    });
    return { connectionOptions, namespace: namespace ?? 'default' };
  } catch (fout) {
    const reden = fout instanceof Error ? fout.message : String(fout);
    throw new InstellingFout(`De instellingen van Temporal (TEMPORAL_…) kloppen niet: ${reden}`, {
      cause: fout,
    });
  }
}

/** A connection for a client. @throws when Temporal does not answer within ten seconds. */
export function verbindClient({ connectionOptions }: TemporalInstellingen): Promise<Connection> {
  return Connection.connect({ ...connectionOptions, connectTimeout: '10s' });
}

/** A connection for a worker. @throws when Temporal does not answer. */
export function verbindWorker({ connectionOptions }: TemporalInstellingen): Promise<NativeConnection> {
  return NativeConnection.connect(connectionOptions);
}

/**
 * Registers the search attributes of domain/zoekattributen.ts in a namespace; what is there already stays.
 * @throws when one is there under another type: that has to be put right by hand.
 */
export async function registreerZoekattributen(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const nieuw: Record<string, temporal.api.enums.v1.IndexedValueType> = {};
  for (const [naam, soort] of Object.entries(zoekattributen)) {
    const type = IndexedValueType[`INDEXED_VALUE_TYPE_${soort}`];
    const huidig = customAttributes?.[naam];
    if (huidig !== undefined && huidig !== type) {
      throw new Error(
        `Zoekattribuut ${naam} bestaat in namespace ${namespace} al als ${IndexedValueType[huidig]}, niet als ${soort}.`,
      );
    }
    if (huidig === undefined) nieuw[naam] = type;
  }
  if (Object.keys(nieuw).length > 0) {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: nieuw });
  }
}
