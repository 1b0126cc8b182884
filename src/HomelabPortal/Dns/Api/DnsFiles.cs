using System.Text;
using HomelabPortal.Access.Authority;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Dns.ZoneFiles;
using HomelabPortal.Platform;

namespace HomelabPortal.Dns.Api;

/// <summary>Zones as files to download, for the links of the pages.</summary>
internal static class DnsFiles
{
    private const string Kind = "text/dns";

    public static void MapDnsFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/dns/export/{zone}", Export).RequireAuthorization(RequireActAttribute.PolicyOf(Act.SeeLab));
        app.MapGet("/dns/snapshots/{id:long}/zone-file", ExportSnapshotAsync).RequireAuthorization(RequireActAttribute.PolicyOf(Act.SeeLab));
    }

    private static IResult Export(string zone, Live<DnsState> live)
    {
        var state = live.Current;
        return state.AsOf is { } at && state.Value.Zones.FirstOrDefault(candidate => candidate.Name == zone) is { } found
            ? FileOf(found.Name, ZoneFileWriter.Write(found.Name, found.Records, at), at)
            : Results.NotFound();
    }

    private static async Task<IResult> ExportSnapshotAsync(long id, ZoneSnapshotBook book, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } snapshot
            ? FileOf(snapshot.ZoneName, ZoneFileWriter.Write(snapshot.ZoneName, snapshot.Records, snapshot.TakenAt), snapshot.TakenAt)
            : Results.NotFound();

    private static IResult FileOf(string zone, string text, DateTimeOffset at) =>
        Results.File(Encoding.UTF8.GetBytes(text), Kind, $"{zone}-{at.UtcDateTime:yyyyMMdd-HHmmss}.zone");
}
