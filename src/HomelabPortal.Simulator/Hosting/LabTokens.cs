using System.Security.Cryptography;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>The bearer tokens of the API server; new ones at every start, so that a leaked one is worth nothing later.</summary>
internal sealed record LabTokens(string Admin, string ReadOnly)
{
    public static LabTokens Create() => new("sim-admin-" + RandomNumberGenerator.GetHexString(32, true), "sim-viewer-" + RandomNumberGenerator.GetHexString(32, true));
}
