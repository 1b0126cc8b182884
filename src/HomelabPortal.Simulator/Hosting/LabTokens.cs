using System.Security.Cryptography;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>The bearer tokens of the API server and of Cloudflare; new ones at every start, so that a leaked one is worth nothing later.</summary>
internal sealed record LabTokens(string Admin, string ReadOnly, string Cloudflare)
{
    public static LabTokens Create() => new(New("sim-admin-"), New("sim-viewer-"), New("sim-cloudflare-"));

    private static string New(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, true);
}
