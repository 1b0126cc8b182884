using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Testing.Circuits;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>
/// A button that is hidden or disabled is still a handler on the server. Whoever speaks the pages' protocol can fire it,
/// and must get nothing by it.
/// </summary>
[Collection(PortalStartCollection.Name)]
public sealed class HiddenHandlerTests : IAsyncLifetime
{
    private const int Guesses = 150;

    /// <summary>What everybody may do to their own account, and the account page therefore does when it is fired at.</summary>
    private const string OwnAct = "Make new recovery codes";

    private static readonly string[] _pages = ["/exposures", "/exposures/new", "/exposures/exposure01", "/activity", "/activity?tab=applies", "/activity?tab=audit", "/settings", "/settings?tab=users", "/account"];
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private HostedPortal? _portal;

    private HostedPortal Portal => _portal!;

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartOnPortAsync();
        var edit = OfflineDesire.Put("exposure01", "qdrant.cowlab.org", "ai/qdrant:http");
        await Portal.Services.GetRequiredService<DesiredStore>().SaveAsync(edit, "a test edits", Actor.Portal, null, CancellationToken.None);
        await Eventually.HoldsAsync(
            () => Portal.Lab.Lab.KubernetesStore.Get("traefik.io/v1alpha1", "IngressRoute", "ai", "homelab-portal-exposure01") is not null,
            () => "The exposure of the test was not applied.", TimeSpan.FromSeconds(40));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Portal.DisposeAsync();
    }

    [Fact]
    public async Task Viewer_FiringEveryHandlerOfEveryPage_ChangesNothing()
    {
        var cookie = await CookieAsync("victor", Role.Viewer);
        var before = await StandAsync();

        var fired = 0;
        foreach (var page in _pages)
            fired += await FireAsync(page, cookie);

        Assert.True(fired > _pages.Length * Guesses, $"Only {fired} events were fired.");
        Assert.Equal(before, await StandAsync());
    }

    [Fact]
    public async Task Operator_FiringEveryHandler_DoesNothingThatTakesAnAdmin()
    {
        var cookie = await CookieAsync("olga", Role.Operator);
        var before = (await StandAsync()).Policy;

        await FireAsync("/activity", cookie);
        await FireAsync("/settings?tab=users", cookie);

        var after = await StandAsync();
        Assert.Equal(before, after.Policy);
        Assert.Equal(0, after.Published);
    }

    /// <summary>Else the tests above would pass by firing at nothing.</summary>
    [Fact]
    public async Task Admin_FiringTheSame_ChangesThePolicy()
    {
        var cookie = await CookieAsync("ann", Role.Admin);
        var before = await StandAsync();

        await FireAsync("/activity", cookie);

        Assert.True((await StandAsync()).Saved.Length > before.Saved.Length, "Firing as an admin changed nothing either.");
    }

    private async Task<int> FireAsync(string page, string cookie)
    {
        await using var circuit = await RawCircuit.OpenAsync(_http, Portal.Address, page, cookie, CancellationToken.None);
        Assert.NotEmpty(circuit.Handlers);
        return await FiredEvents.AtAsync(circuit, Guesses);
    }

    private async Task<string> CookieAsync(string name, Role role)
    {
        var session = await Portal.BeginSessionAsync(await Portal.AddAccountAsync(name, role));
        return await Portal.CookieOfAsync(session, name);
    }

    private async Task<Stand> StandAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var desired = Portal.Services.GetRequiredService<DesiredStore>().Current;
        return new Stand(
            desired.Revision, desired.Policy,
            desired.Exposures.Count(exposure => exposure.Visibility == Visibility.Tunnel),
            string.Join(", ", await context.Audit.Where(row => (row.Outcome == "saved" || row.Outcome == "done") && row.Act != OwnAct).OrderBy(row => row.Id).Select(row => $"{row.Act} by {row.Actor}").ToListAsync()),
            await context.AuditOutcomes.CountAsync(),
            await context.Users.CountAsync(),
            await context.ApiTokens.CountAsync(),
            await context.Invitations.CountAsync(),
            Portal.Lab.Lab.Faults.Log.Writes.Count);
    }

    private sealed record Stand(long Revision, ChangePolicy Policy, int Published, string Saved, int Outcomes, int Users, int Tokens, int Invitations, int Writes);
}
