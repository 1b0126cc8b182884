using System.Net;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Lab;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Commands;

/// <summary>Commands as the owner gives them: a second process beside a running portal, and alone when none runs.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _settings;

    public CommandTests() => _settings = new() { ["Portal__DataDirectory"] = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RotateKeys_WhileThePortalRuns_EndsEverySessionAtOnce()
    {
        await using var portal = await PortalProcess.StartAsync(_settings, CancellationToken.None);
        var cookie = await SignInAsync(portal);
        Assert.Equal(cookie, await SignInAsync(portal, cookie) ?? cookie);

        var (code, output) = await RunAsync("rotate-keys");

        Assert.Equal(0, code);
        Assert.Contains("1 sessions were ended", output, StringComparison.Ordinal);
        // The lab of the demo signs in by itself: a new cookie says that the old one was refused.
        Assert.NotNull(await SignInAsync(portal, cookie));
        Assert.Contains("Rotate the keys", await AuditAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Socket_OfARunningPortal_IsForItsOwnUserOnlyAndGoesWithIt()
    {
        var socket = _folder.Combine("portal.sock");
        await using (await PortalProcess.StartAsync(_settings, CancellationToken.None))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(socket));

        var (code, output) = await RunAsync("revoke-all-sessions", "--tokens");

        Assert.Equal(0, code);
        Assert.Contains("tokens revoked", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RotateKeys_AfterThePortalWasKilled_RunsByItself()
    {
        string? cookie;
        await using (var portal = await PortalProcess.StartAsync(_settings, CancellationToken.None))
        {
            cookie = await SignInAsync(portal);
            await portal.KillAsync();
        }

        Assert.Equal(0, (await RunAsync("rotate-keys")).Code);

        await using var again = await PortalProcess.StartAsync(_settings, CancellationToken.None);
        Assert.NotNull(await SignInAsync(again, cookie));
        Assert.Equal([_folder.Combine("keys/2")], Directory.GetDirectories(_folder.Combine("keys")));
    }

    [Fact]
    public async Task UnknownCommand_WithoutAPortal_SaysWhichThereAre()
    {
        var (code, output) = await RunAsync("make-coffee");

        Assert.Equal(2, code);
        Assert.Contains("make-coffee", output, StringComparison.Ordinal);
        Assert.Contains("rotate-keys", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output)> RunAsync(params string[] words) => PortalProcess.FailAsync(_settings, CancellationToken.None, words);

    /// <returns>The new cookie, or null when the one that was sent still holds.</returns>
    private static async Task<string?> SignInAsync(PortalProcess portal, string? cookie = null)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = portal.Address };
        if (cookie is not null)
            http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var response = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.Where(text => text.StartsWith("portal=", StringComparison.Ordinal) && !text.StartsWith("portal=;", StringComparison.Ordinal)).Select(text => text.Split(';')[0]).FirstOrDefault()
            : null;
    }

    private async Task<string> AuditAsync()
    {
        var database = new PortalDatabase(_folder.Path);
        await using var context = database.CreateDbContext();
        return string.Join('\n', await context.Audit.AsNoTracking().Select((AuditRow row) => row.Act).ToListAsync());
    }
}
