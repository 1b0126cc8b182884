using HomelabPortal.Access;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Commands;

/// <summary>
/// The glass to break when no admin can get in: whoever may run the portal's program on its data gets a link for an admin's account.
/// They could write the database as well, so it gives nobody more than they have.
/// </summary>
internal sealed class AdminLink(InvitationBook invitations, LinkOrigin origin, AccessStore store) : ICommand
{
    public string Name => "admin-link";

    public string Help => "[NAME] prints a link, good for 30 minutes, by which an admin chooses a new password";

    public async Task<CommandAnswer> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count > 1)
            return CommandAnswer.NotUnderstood($"{Name} takes one name at most.");
        var admins = store.Current.Accounts.Values.Where(account => account is { Role: Role.Admin, IsDisabled: false }).OrderBy(account => account.Name, StringComparer.Ordinal).ToList();
        var meant = arguments is [var name] ? admins.Where(account => AccountName.Normalize(account.Name) == AccountName.Normalize(name)).ToList() : admins;
        return meant switch
        {
            [var account] => await LinkAsync(account, cancellationToken),
            [] when admins.Count == 0 => CommandAnswer.Failed("There is no admin yet. Start the portal: it writes a setup link to its log."),
            [] => CommandAnswer.Failed($"There is no admin of that name. The admins are: {Names(admins)}."),
            _ => CommandAnswer.NotUnderstood($"Say whose account it is for: {Names(admins)}."),
        };
    }

    private async Task<CommandAnswer> LinkAsync(AccountInfo account, CancellationToken cancellationToken)
    {
        var row = new Account { Id = account.Id, UserName = account.Name, Role = account.Role };
        var link = await invitations.LetBackAsync(row, AllSessions.Actor, cancellationToken);
        return CommandAnswer.Done($"{account.Name} gets back in here until {link.ExpiresAt:u}, once:\n{origin.Of(link)}");
    }

    private static string Names(IEnumerable<AccountInfo> admins) => string.Join(", ", admins.Select(account => account.Name));
}
