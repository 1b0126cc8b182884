namespace HomelabPortal.BrowserTests;

/// <summary>Pictures are for people, and take longer than all the rest of a visit: only <c>HOMELAB_TEST_PICTURES</c> asks for them.</summary>
internal static class Pictures
{
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("HOMELAB_TEST_PICTURES") is { Length: > 0 };
}
