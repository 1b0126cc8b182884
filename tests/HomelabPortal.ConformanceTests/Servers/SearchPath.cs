namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Programs as the shell finds them.</summary>
internal static class SearchPath
{
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
