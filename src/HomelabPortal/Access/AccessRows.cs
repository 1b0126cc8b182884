using System.Collections.Immutable;
using System.Text.Json;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access;

/// <summary>Rows to what the pages may know of them.</summary>
internal static class AccessRows
{
    public static AccountInfo ToInfo(this Account row, int passkeys, ImmutableArray<string> providers) => new(
        row.Id, row.UserName ?? row.Id, row.Role, row.IsDisabled, At(row.CreatedAtTicks), row.PasswordHash is not null, passkeys, providers);

    public static SessionInfo ToInfo(this SessionRow row) => new(
        row.Id, row.AccountId, row.Method, At(row.CreatedAtTicks), At(row.ExpiresAtTicks), At(row.LastSeenAtTicks), At(row.FreshAtTicks), row.Address, row.Client);

    public static TokenInfo ToInfo(this ApiTokenRow row) => new(
        row.Id, row.AccountId, row.Name, row.Hash, row.LastFour, [.. JsonSerializer.Deserialize<string[]>(row.Scopes) ?? []],
        At(row.CreatedAtTicks), At(row.ExpiresAtTicks), Maybe(row.RevokedAtTicks), Maybe(row.LastUsedAtTicks), row.LastUsedAddress);

    public static InvitationInfo ToInfo(this InvitationRow row) => new(
        row.Hash[..16], row.Role, row.AccountId, row.UserName, row.CreatedBy, At(row.ExpiresAtTicks));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset? Maybe(long? ticks) => ticks is { } value ? At(value) : null;
}
