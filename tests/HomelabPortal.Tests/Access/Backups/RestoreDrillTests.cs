using System.Net;
using HomelabPortal.Access.Backups;
using HomelabPortal.Secrets;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Backups;

/// <summary>The steps of docs/operations.md, as the owner does them on a bad day.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class RestoreDrillTests : IDisposable
{
    private readonly TemporaryFolder _keys = new();
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _restored = new();

    public void Dispose()
    {
        _keys.Dispose();
        _data.Dispose();
        _restored.Dispose();
    }

    [Fact]
    public async Task Copy_InAnEmptyFolder_StartsWithItsMasterKeyAndSaysWhichIsMissingWithoutIt()
    {
        var key = MasterKey.Make();
        await using (var portal = await PortalProcess.StartAsync(Settings(_data, KeyFile("right", key)), CancellationToken.None))
            (await portal.AdminAsync()).Dispose();
        var copy = await CopyAsync();
        File.Copy(copy, _restored.Combine("portal.db"));

        var (code, output) = await PortalProcess.FailAsync(Settings(_restored, KeyFile("wrong", MasterKey.Make())), CancellationToken.None);
        Assert.Equal(1, code);
        Assert.Contains($"encrypted with the master key {key.Id}", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(key.ToFileLine(), output, StringComparison.Ordinal);

        await using var again = await PortalProcess.StartAsync(Settings(_restored, _keys.Combine("right")), CancellationToken.None);
        using var admin = await again.AdminAsync();
        using var page = await admin.Http.GetAsync("/activity");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("/setup/", again.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("lies beside the database", again.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfACopy_TakesAnAdminAndAFreshProof()
    {
        await using var portal = await PortalProcess.StartAsync(Settings(_data, KeyFile("right", MasterKey.Make())), CancellationToken.None);
        using var people = await PortalPeople.MakeAsync(portal);
        var path = $"/backups/{Path.GetFileName(await CopyAsync(isRunning: true))}";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(people.Admin, path));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(people.Operator, path));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(people.Viewer, path));
        using var stranger = PortalPerson.Stranger(portal.Address);
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(stranger, path));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(people.Admin, "/backups/portal-20000101-000000.db"));
    }

    private async Task<string> CopyAsync(bool isRunning = false)
    {
        // A running portal has the directory; its own backups folder is then filled through another handle.
        using var directory = DataDirectory.Open(isRunning ? _restored.Path : _data.Path);
        var folder = new BackupFolder(directory);
        using var maker = new BackupMaker(new PortalDatabase(_data.Path), folder, TimeProvider.System);
        var path = folder.FindPath((await maker.MakeAsync(CancellationToken.None)).Name) ?? "";
        if (!isRunning)
            return path;
        var copy = Path.Combine(Directory.CreateDirectory(_data.Combine("backups")).FullName, Path.GetFileName(path));
        File.Copy(path, copy);
        return copy;
    }

    private string KeyFile(string name, MasterKey key)
    {
        var path = _keys.Combine(name);
        File.WriteAllText(path, key.ToFileLine());
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        return path;
    }

    private static Dictionary<string, string> Settings(TemporaryFolder data, string keyFile) => new()
    {
        ["Lab__Mode"] = "Real",
        ["Portal__DataDirectory"] = data.Path,
        ["Secrets__MasterKeyFile"] = keyFile,
        ["HOME"] = data.Path,
    };

    private static async Task<HttpStatusCode> StatusAsync(PortalPerson person, string path)
    {
        using var response = await person.Http.GetAsync(path);
        return response.StatusCode;
    }
}
