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
        Reason = (wish.Entry is null ? "it does not exist yet" : "somebody deleted it") + CertificateNote(wish),
        After = wish.Image.ToJson(),
        IsDrift = wish.Entry is not null,
        Request = $"POST /zones/{wish.Zone.Id}/dns_records/batch (1 post)",
    };

    public static Change Adopt(DnsWish wish, LiveRecord live) => new()
    {
        Kind = ChangeKind.Adopt,
        Key = wish.Desired.Key,
        OwnerId = wish.Desired.OwnerId,
        Stage = ChangeStage.BuildDns,
        Description = wish.Value.Describe(wish.Name),
        Reason = "it carries this entry's mark and is as wanted",
        Before = DnsImage.Of(live, wish.Zone.Id).ToJson(),
        After = wish.Image.ToJson(),
        RemoteId = live.Id,
    };

    public static Change Update(DnsWish wish, LiveRecord own)
    {
        var isDrift = DnsImage.From(wish.Entry!.LastApplied).Value == wish.Value;
        return new Change
        {
            Kind = ChangeKind.Update,
            Key = wish.Desired.Key,
            OwnerId = wish.Desired.OwnerId,
            Stage = own.Value.IsPublic && !wish.Value.IsPublic ? ChangeStage.WithdrawDns : ChangeStage.BuildDns,
            Description = wish.Value.DescribeChangeFrom(own.Value, wish.Name),
            Reason = (isDrift ? "somebody changed it" : "the entry changed") + CertificateNote(wish),
            Before = DnsImage.Of(own, wish.Zone.Id).ToJson(),
            After = wish.Image.ToJson(),
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

    /// <summary>Cloudflare's free certificate covers one label below the zone; deeper names fail in every browser.</summary>
    private static string CertificateNote(DnsWish wish)
    {
        var labels = wish.Name.Length > wish.Zone.Name.Length ? wish.Name[..^(wish.Zone.Name.Length + 1)].Split('.').Length : 0;
        return wish.Value.IsProxied && labels > 1 ? $"; note: Cloudflare's free certificate covers only one label below {wish.Zone.Name}" : "";
    }
}
