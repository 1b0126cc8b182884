namespace HomelabPortal.Ui;

/// <summary>Tells one run of the portal from the next, so that an open page knows that its server was replaced.</summary>
internal static class PortalInstance
{
    public static string Id { get; } = Guid.NewGuid().ToString("N");
}
