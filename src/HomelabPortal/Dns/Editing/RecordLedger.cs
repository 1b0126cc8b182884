using System.Text.Json.Nodes;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Dns.Editing;

/// <summary>What an order of the owner changes in the memory of one record, within the transaction of that order.</summary>
internal static class RecordLedger
{
    /// <summary>When nothing asks for it any more, the record stays and gets this comment.</summary>
    public static Task GiveBackAsync(PortalDbContext context, ResourceKey key, string comment, CancellationToken cancellationToken) =>
        ChangeAsync(context, key, image => image with { GiveBack = image.GiveBack ?? comment }, cancellationToken);

    /// <summary>When nothing asks for it any more, the record is deleted, also one that was adopted.</summary>
    public static Task DeleteAsync(PortalDbContext context, ResourceKey key, CancellationToken cancellationToken) =>
        ChangeAsync(context, key, image => image with { GiveBack = null }, cancellationToken);

    /// <summary>What somebody made of the record counts as what we wrote last, so that a later hand change is seen as one.</summary>
    public static Task AcceptAsync(PortalDbContext context, ResourceKey key, DnsValue live, CancellationToken cancellationToken) =>
        ChangeAsync(context, key, image => image with { Value = live, IsOrdered = false }, cancellationToken);

    /// <summary>The next pass puts it right, whatever the policy says of hand changes.</summary>
    public static Task OrderAsync(PortalDbContext context, ResourceKey key, CancellationToken cancellationToken) =>
        ChangeAsync(context, key, image => image with { IsOrdered = true }, cancellationToken);

    private static async Task ChangeAsync(PortalDbContext context, ResourceKey key, Func<DnsImage, DnsImage> change, CancellationToken cancellationToken)
    {
        // Without a row nothing was written yet, and there is nothing to remember.
        if (await context.Set<LedgerRow>().FindAsync([key.Target, key.Kind, key.Name], cancellationToken) is { } row && JsonNode.Parse(row.LastApplied) is { } json)
            row.LastApplied = change(DnsImage.From(json)).ToJson().ToJsonString();
    }
}
