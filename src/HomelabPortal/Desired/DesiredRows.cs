using System.Collections.Immutable;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Desired;

/// <summary>Rows to records and back.</summary>
internal static class DesiredRows
{
    public static Exposure ToRecord(this ExposureRow row) => new()
    {
        Id = row.Id,
        Hostname = Hostname.Parse(row.Hostname),
        Backend = DesiredJson.Read<Backend>(row.Backend),
        Visibility = Enum.Parse<Visibility>(row.Visibility),
        LoginPolicy = row.LoginPolicy,
        IsPublicWithoutLogin = row.IsPublicWithoutLogin,
        Middlewares = DesiredJson.Read<ImmutableArray<string>>(row.Middlewares),
        OpenPaths = DesiredJson.Read<ImmutableArray<string>>(row.OpenPaths),
        ExpiresAt = row.ExpiresAtTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
    };

    public static ExposureRow ToRow(this Exposure exposure) => new()
    {
        Id = exposure.Id,
        Hostname = exposure.Hostname.Value,
        Backend = DesiredJson.Write(exposure.Backend),
        Visibility = exposure.Visibility.ToString(),
        LoginPolicy = exposure.LoginPolicy,
        IsPublicWithoutLogin = exposure.IsPublicWithoutLogin,
        Middlewares = DesiredJson.Write(exposure.Middlewares),
        OpenPaths = DesiredJson.Write(exposure.OpenPaths),
        ExpiresAtTicks = exposure.ExpiresAt?.UtcTicks,
    };

    public static DnsEntry ToRecord(this DnsEntryRow row) => new()
    {
        Id = row.Id,
        Name = RecordName.Parse(row.Name),
        Type = row.Type,
        Content = row.Content,
        Ttl = row.Ttl,
        IsProxied = row.IsProxied,
        Note = row.Note,
        AdoptedId = row.AdoptedId,
        AdoptedImage = row.AdoptedImage,
    };

    public static DnsEntryRow ToRow(this DnsEntry entry) => new()
    {
        Id = entry.Id,
        Name = entry.Name.Value,
        Type = entry.Type,
        Content = entry.Content,
        Ttl = entry.Ttl,
        IsProxied = entry.IsProxied,
        Note = entry.Note,
        AdoptedId = entry.AdoptedId,
        AdoptedImage = entry.AdoptedImage,
    };

    public static TunnelEntry ToRecord(this TunnelEntryRow row) => new()
    {
        Id = row.Id,
        TunnelId = row.TunnelId,
        Name = RecordName.Parse(row.Name),
        Path = row.Path,
        Service = row.Service,
        OriginRequest = TunnelEntrySettings.Read(row.OriginRequest).OriginRequest,
        HasRecord = TunnelEntrySettings.Read(row.OriginRequest).HasRecord,
        LoginPolicy = row.LoginPolicy,
        IsPublicWithoutLogin = row.IsPublicWithoutLogin,
        Rank = row.Rank,
    };

    public static TunnelEntryRow ToRow(this TunnelEntry entry) => new()
    {
        Id = entry.Id,
        TunnelId = entry.TunnelId,
        Name = entry.Name.Value,
        Path = entry.Path,
        Service = entry.Service,
        OriginRequest = new TunnelEntrySettings(entry.OriginRequest, entry.HasRecord).Write(),
        LoginPolicy = entry.LoginPolicy,
        IsPublicWithoutLogin = entry.IsPublicWithoutLogin,
        Rank = entry.Rank,
    };

    public static LoginPolicy ToRecord(this LoginPolicyRow row) => DesiredJson.Read<LoginPolicy>(row.Document);

    public static LoginPolicyRow ToRow(this LoginPolicy policy) => new() { Id = policy.Id, Name = policy.Name, Document = DesiredJson.Write(policy) };

    public static DesiredContainer ToRecord(this ContainerRow row) => DesiredJson.Read<DesiredContainer>(row.Document);

    public static ContainerRow ToRow(this DesiredContainer container) => new()
    {
        Id = container.Id, Host = container.Host, Name = container.Name, Document = DesiredJson.Write(container),
    };

    public static DesiredCheck ToRecord(this CheckRow row) => DesiredJson.Read<DesiredCheck>(row.Document);

    public static CheckRow ToRow(this DesiredCheck check) => new() { Id = check.Id, Name = check.Name, Document = DesiredJson.Write(check) };

    public static DesiredChannel ToRecord(this ChannelRow row) => DesiredJson.Read<DesiredChannel>(row.Document);

    public static ChannelRow ToRow(this DesiredChannel channel) => new() { Id = channel.Id, Name = channel.Name, Document = DesiredJson.Write(channel) };
}
