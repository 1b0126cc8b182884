namespace HomelabPortal.Testing;

/// <summary>One person of each role at one portal.</summary>
internal sealed record PortalPeople(PortalPerson Admin, PortalPerson Operator, PortalPerson Viewer) : IDisposable
{
    public static async Task<PortalPeople> MakeAsync(PortalProcess portal, CancellationToken cancellationToken = default)
    {
        var admin = await portal.AdminAsync(cancellationToken);
        return new PortalPeople(
            admin,
            await admin.InviteAsync("Operator", "olga", cancellationToken: cancellationToken),
            await admin.InviteAsync("Viewer", "victor", cancellationToken: cancellationToken));
    }

    public void Dispose()
    {
        Admin.Dispose();
        Operator.Dispose();
        Viewer.Dispose();
    }
}
