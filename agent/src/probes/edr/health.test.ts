import { describe, expect, it } from 'vitest';
import { parseElasticStatus } from './health/elastic.ts';
import { parseFalconctl } from './health/falcon.ts';
import { parseMdatpHealth } from './health/mdatp.ts';
import { parseWazuhState } from './health/wazuh.ts';

describe("falconctl's answer", () => {
  const aid = `aid="${'1'.repeat(32)}"`;

  it('is healthy when registered and not in reduced functionality mode', () => {
    expect(parseFalconctl(`cid="0", ${aid}, version = 7.29.18202.0\nrfm-state=false,`)).toEqual({
      healthy: true,
      version: '7.29.18202.0',
      evidence: [],
    });
  });

  it('is unhealthy when blind or never registered', () => {
    expect(parseFalconctl(`${aid}, version = 7.29.1\nrfm-state=true,`)).toMatchObject({ healthy: false });
    expect(parseFalconctl('aid is not set, rfm-state is not set, version = 6.38.0.0')).toMatchObject({
      healthy: false,
      version: '6.38.0.0',
    });
  });

  it('decides nothing from half an answer', () => {
    expect(parseFalconctl('rfm-state=false, rfm-reason=None, code=0x0')).not.toHaveProperty('healthy');
    expect(parseFalconctl('ERROR: failed')).toEqual({ evidence: [] });
  });
});

describe("mdatp's answer", () => {
  it("is Defender's own word, with what limits it", () => {
    const answer = {
      healthy: true,
      licensed: true,
      appVersion: '101.23062.0010',
      realTimeProtectionEnabled: { value: false, isManaged: false },
      passiveModeEnabled: { value: true, isManaged: false },
    };
    expect(parseMdatpHealth(JSON.stringify(answer))).toEqual({
      healthy: true,
      version: '101.23062.0010',
      evidence: ['mdatp health: real-time protection off', 'mdatp health: passive mode'],
    });
    expect(parseMdatpHealth(JSON.stringify({ ...answer, licensed: false }))).toMatchObject({
      healthy: false,
    });
  });

  it.each(['1', '', 'null', '"text"', '{"healthy":"yes"}'])('%j decides nothing', (text) => {
    expect(parseMdatpHealth(text)).not.toHaveProperty('healthy');
  });
});

describe("elastic-agent's answer", () => {
  const answer = (state: unknown) =>
    JSON.stringify({
      info: { version: '8.15.0' },
      state: 2,
      components: [null, { name: 'endpoint', state }],
    });

  it('is that of its endpoint component', () => {
    expect(parseElasticStatus(answer(2))).toEqual({ healthy: true, version: '8.15.0', evidence: [] });
    expect(parseElasticStatus(answer(3))).toMatchObject({ healthy: false });
  });

  it('decides nothing while it starts, or without such a component', () => {
    expect(parseElasticStatus(answer(0))).not.toHaveProperty('healthy');
    expect(parseElasticStatus('{"state":2}')).not.toHaveProperty('healthy');
    for (const text of ['', 'null', '[]', '{"components":{}}']) {
      expect(parseElasticStatus(text)).not.toHaveProperty('healthy');
    }
  });
});

describe("Wazuh's state", () => {
  it('is connected, disconnected or neither', () => {
    expect(parseWazuhState("status='connected'\n")).toMatchObject({ healthy: true });
    expect(parseWazuhState("status='disconnected'\n")).toMatchObject({ healthy: false });
    expect(parseWazuhState("status='pending'\n")).not.toHaveProperty('healthy');
  });
});
