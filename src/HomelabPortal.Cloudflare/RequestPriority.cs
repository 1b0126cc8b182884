namespace HomelabPortal.Cloudflare;

/// <summary>Who is served first when the rate budget runs low.</summary>
public enum RequestPriority
{
    /// <summary>Somebody waits for it.</summary>
    Interactive,

    /// <summary>Reading back what was written.</summary>
    Verify,

    /// <summary>Regular looking.</summary>
    Poll,
}
