namespace HomelabPortal.Access.Invitations;

/// <summary>How long a link opens anything: short where it makes an admin or takes over an account.</summary>
internal static class LinkLifetimes
{
    public static TimeSpan Of(LinkKind kind) => kind == LinkKind.Invitation ? TimeSpan.FromHours(24) : TimeSpan.FromMinutes(30);
}
