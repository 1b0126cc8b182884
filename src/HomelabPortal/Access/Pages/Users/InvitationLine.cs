using HomelabPortal.Ui.Values;

namespace HomelabPortal.Access.Pages.Users;

/// <summary>An open link as a row of a table.</summary>
public sealed record InvitationLine(InvitationInfo Link, string Rest, string? WhyNot)
{
    public string For => Link.UserName ?? "Whoever has the link";

    public string Lets => Link.AccountId is not null ? "choose a new password" : $"join as {Link.Role.Word()}";

    internal static IReadOnlyList<InvitationLine> Of(AccessState state, string? whyNot, DateTimeOffset now) =>
        [.. state.Invitations.Where(link => now < link.ExpiresAt).Select(link => new InvitationLine(link, RelativeTime.Format(link.ExpiresAt - now), whyNot))];
}
