using System.Collections.Immutable;
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
        ExpiresAtTicks = exposure.ExpiresAt?.UtcTicks,
    };

    public static DnsEntry ToRecord(this DnsEntryRow row) => new()
    {
        Id = row.Id,
        Name = Hostname.Parse(row.Name),
        Type = row.Type,
        Content = row.Content,
        Ttl = row.Ttl,
        IsProxied = row.IsProxied,
    };

    public static DnsEntryRow ToRow(this DnsEntry entry) => new()
    {
        Id = entry.Id,
        Name = entry.Name.Value,
        Type = entry.Type,
        Content = entry.Content,
        Ttl = entry.Ttl,
        IsProxied = entry.IsProxied,
    };
}
