using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>Pure: writes the changes that the planner decided on.</summary>
internal static class DnsChanges
{
    public static Change Create(DnsWish wish) => new()
    {
        Kind = ChangeKind.Create,
        Key = wish.Desired.Key,
        OwnerId = wish.Desired.OwnerId,
        Stage = ChangeStage.BuildDns,
        Description = wish.Value.Describe(wish.Name),
        Reason = (wish.Entry is null ? "it does not exist yet" : IsOrdered(wish) ? "somebody deleted it and you asked to put it right" : "somebody deleted it") + CertificateNote(wish),
        // What we make ourselves is ours to delete again.
        After = (wish.Image with { GiveBack = null }).ToJson(),
        IsDrift = wish.Entry is not null && !IsOrdered(wish),
        Request = $"POST /zones/{wish.Zone.Id}/dns_records/batch (1 post)",
    };

    public static Change Adopt(DnsWish wish, LiveRecord live, string reason) => new()
    {
        Kind = ChangeKind.Adopt,
        Key = wish.Desired.Key,
        OwnerId = wish.Desired.OwnerId,
        Stage = ChangeStage.BuildDns,
        Description = wish.Value.Describe(wish.Name),
        Reason = reason,
        Before = DnsImage.Of(live, wish.Zone.Id).ToJson(),
        After = wish.ImageOver(live).ToJson(),
        RemoteId = live.Id,
        Request = live.Comment == wish.ImageOver(live).Comment ? null : $"POST /zones/{wish.Zone.Id}/dns_records/batch (1 patch)",
    };

    public static Change Update(DnsWish wish, LiveRecord own)
    {
        var last = DnsImage.From(wish.Entry!.LastApplied);
        var after = wish.ImageOver(own);
        var isDrift = !last.IsOrdered && last.Value == wish.Value && (own.Value != wish.Value || IsNoteChanged(wish, own, last, after));
        return new Change
        {
            Kind = ChangeKind.Update,
            Key = wish.Desired.Key,
            OwnerId = wish.Desired.OwnerId,
            Stage = own.Value.IsPublic && !wish.Value.IsPublic ? ChangeStage.WithdrawDns : ChangeStage.BuildDns,
            Description = own.Value != wish.Value ? wish.Value.DescribeChangeFrom(own.Value, wish.Name)
                : wish.IsTakenOver(own) ? $"{wish.Value.Describe(wish.Name)}: marked for the entry that has the name now"
                : $"{wish.Value.Type} {wish.Name}: note “{own.Note}” → “{DnsMark.NoteIn(after.Comment)}”",
            Reason = WhyUpdated(wish, own, last.IsOrdered, isDrift) + CertificateNote(wish),
            Before = DnsImage.Of(own, wish.Zone.Id).ToJson(),
            After = after.ToJson(),
            RemoteId = own.Id,
            IsDrift = isDrift,
            Request = $"POST /zones/{wish.Zone.Id}/dns_records/batch ({(own.Value.Type == wish.Value.Type ? "1 patch" : "1 delete, 1 post")})",
        };
    }

    public static Change Delete(LedgerEntry entry, LiveRecord live, DnsZone zone, string reason) => new()
    {
        Kind = ChangeKind.Delete,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = ChangeStage.WithdrawDns,
        Description = live.Value.Describe(live.Name),
        Reason = reason,
        Before = DnsImage.Of(live, zone.Id).ToJson(),
        RemoteId = live.Id,
        Request = $"POST /zones/{zone.Id}/dns_records/batch (1 delete)",
    };

    /// <summary>The record stays and gets back the comment it had; only then do we forget it.</summary>
    public static Change GiveBack(LedgerEntry entry, LiveRecord live, DnsZone zone, string comment) => new()
    {
        Kind = ChangeKind.Release,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = ChangeStage.WithdrawDns,
        Description = live.Value.Describe(live.Name),
        Reason = "it is given back and stays as it is; only our mark goes",
        Before = DnsImage.Of(live, zone.Id).ToJson(),
        After = (DnsImage.Of(live, zone.Id) with { Comment = comment.Length == 0 ? null : comment }).ToJson(),
        RemoteId = live.Id,
        Request = $"POST /zones/{zone.Id}/dns_records/batch (1 patch)",
    };

    /// <summary>Older versions kept no comment; then nothing shows that the owner wished it otherwise.</summary>
    private static bool IsNoteChanged(DnsWish wish, LiveRecord own, DnsImage last, DnsImage after) =>
        !wish.IsTakenOver(own) && (last.Comment is null || last.Comment == after.Comment);

    private static string WhyUpdated(DnsWish wish, LiveRecord own, bool isOrdered, bool isDrift) =>
        isOrdered ? "you asked to put it right" : isDrift ? "somebody changed it" : wish.IsTakenOver(own) ? "another entry had the name before" : "the entry changed";

    private static bool IsOrdered(DnsWish wish) => DnsImage.From(wish.Entry!.LastApplied).IsOrdered;

    /// <summary>Cloudflare's free certificate covers one label below the zone; deeper names fail in every browser.</summary>
    private static string CertificateNote(DnsWish wish)
    {
        var labels = wish.Name.Length > wish.Zone.Name.Length ? wish.Name[..^(wish.Zone.Name.Length + 1)].Split('.').Length : 0;
        return wish.Value.IsProxied && labels > 1 ? $"; note: Cloudflare's free certificate covers only one label below {wish.Zone.Name}" : "";
    }
}
