using System.Reflection;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.DataProtection;

namespace HomelabPortal.Secrets;

/// <summary>Before 10.0.7 the framework accepted forged cookies on Linux (CVE-2026-40372).</summary>
internal static class FrameworkFloor
{
    private static readonly Version _least = new(10, 0, 7);

    public static string Installed { get; } =
        typeof(IDataProtectionProvider).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <exception cref="StartupException">The framework is too old to be safe.</exception>
    public static void Check(string version)
    {
        if (!Version.TryParse(version.Split('-')[0], out var installed) || installed < _least)
            throw new StartupException($"ASP.NET Core {version} accepts forged cookies (CVE-2026-40372). Install {_least} or newer, then run rotate-keys.");
    }
}
