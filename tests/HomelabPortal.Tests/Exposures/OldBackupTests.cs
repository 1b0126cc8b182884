using HomelabPortal.Access.Backups;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Reconcile;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Exposures;

/// <summary>A copy from before knows less than the lab has: what it does not know stays, and nothing is written before somebody looked.</summary>
public sealed class OldBackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
    private readonly string _restored = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_restored, recursive: true);
    }

    [Fact]
    public async Task Restore_OfAnOldCopy_OnlyLooksAndThenDeletesNothingNewer()
    {
        await using var lab = await TargetLab.StartAsync();
        using (var life = await BeginAsync(lab, _folder))
        {
            await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish("old.cowlab.org", Visibility.Tunnel, "ex0old0000")));
            await CopyAsync();
            await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish("new.cowlab.org", Visibility.Tunnel, "ex0new0000")));
            await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish("newer.cowlab.org", id: "ex0newer00")));
        }

        var before = Snapshot(lab);
        using var restored = await BeginAsync(lab, _restored);
        lab.Faults.Log.Clear();

        await restored.PassAsync();
        Assert.Equal(ChangePolicy.Observe, restored.Store.Current.Policy);
        Assert.DoesNotContain(lab.Faults.Log.Requests, request => request.IsWrite);

        await SaveAndPassAsync(restored, new DesiredEdit.SetPolicy(ChangePolicy.Sync));
        await restored.PassAsync();
        Assert.Equal(before, Snapshot(lab));
    }

    private async Task CopyAsync()
    {
        using var directory = DataDirectory.Open(_folder);
        var database = new PortalDatabase(_folder);
        var folder = new BackupFolder(directory);
        using var maker = new BackupMaker(database, folder, TimeProvider.System);
        var made = await maker.MakeAsync(CancellationToken.None);
        File.Copy(folder.FindPath(made.Name) ?? "", Path.Combine(_restored, "portal.db"));
    }

    private static async Task SaveAndPassAsync(PortalLife life, DesiredEdit edit)
    {
        await life.SaveAsync(edit);
        await life.PassAsync();
    }

    private static Task<PortalLife> BeginAsync(TargetLab lab, string folder) => PortalLife.BeginAsync(
        folder, [lab.Ingress, lab.Tunnels, lab.Dns],
        [new ExposureCompiler(Options.Create(new IngressOptions()), Options.Create(new TunnelOptions()), new Live<DockerState>(DockerState.Empty, TimeProvider.System), TimeProvider.System)]);

    private static string Snapshot(TargetLab lab) => string.Join(
        '\n',
        lab.Zone.Records.Where(record => DnsMark.Read((string?)record["comment"]) is not null).Select(record => $"{record["name"]} {record["content"]}").Order(StringComparer.Ordinal)
            .Concat(lab.Lab.KubernetesStore.List("traefik.io", "ingressroutes").Select(route => $"{route["metadata"]?["namespace"]}/{route["metadata"]?["name"]} {route["metadata"]?["uid"]}"))
            .Append(lab.Tunnel.Document.ToJsonString()));
}
