using System.Net;
using System.Net.WebSockets;
using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.Web;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Testing.Circuits;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>A circuit lives no longer than the session it began with, and nobody holds more than their share of them.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class HubSessionTests : IAsyncLifetime
{
    private static readonly TimeSpan _closed = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private HostedPortal? _portal;
    private Account? _ann;

    private HostedPortal Portal => _portal!;

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartOnPortAsync();
        _ann = await Portal.AddAccountAsync("ann", Role.Admin);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Portal.DisposeAsync();
    }

    [Fact]
    public async Task Socket_OfNobody_GetsNoCircuit()
    {
        var session = await Portal.BeginSessionAsync(_ann!);

        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync("portal=nothing"));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync(await Portal.CookieOfAsync(session with { Id = new string('f', 32) }, "ann")));
    }

    [Fact]
    public async Task Session_Ended_ClosesItsCircuitsAtOnceAndNoOthers()
    {
        var (ended, other) = (await Portal.BeginSessionAsync(_ann!), await Portal.BeginSessionAsync(_ann!));
        await using var first = await OpenAsync(ended);
        await using var second = await OpenAsync(ended);
        await using var third = await OpenAsync(other);

        await Portal.Services.GetRequiredService<SessionBook>().EndAsync(row => row.Id == ended.Id, "End a session", Actor.Portal, CancellationToken.None);

        await Task.WhenAll(first.Closed, second.Closed).WaitAsync(_closed);
        Assert.True(third.IsOpen);
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync(await Portal.CookieOfAsync(ended, "ann")));
    }

    [Fact]
    public async Task Account_Disabled_ClosesAllItsCircuits()
    {
        await using var circuit = await OpenAsync(await Portal.BeginSessionAsync(_ann!));

        await Portal.Services.GetRequiredService<AccessStore>().WriteAsync(
            context => context.Users.Where(row => row.Id == _ann!.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDisabled, true)), CancellationToken.None);

        await circuit.Closed.WaitAsync(_closed);
    }

    [Fact]
    public async Task Circuit_BeyondThoseOfAPerson_IsRefusedAndTheOthersLive()
    {
        var cookie = await Portal.CookieOfAsync(await Portal.BeginSessionAsync(_ann!), "ann");
        await using var circuit = await RawCircuit.OpenAsync(_http, Portal.Address, "/activity", cookie, CancellationToken.None);
        var sockets = new List<ClientWebSocket>();
        for (var number = 1; number < OpenConnections.MostOfAccount; number++)
            sockets.Add(await RawCircuit.ConnectAsync(Portal.Address, RawCircuit.Origin(Portal.Address), cookie, CancellationToken.None));

        Assert.Equal(HttpStatusCode.TooManyRequests, await RefusalAsync(cookie));
        Assert.True(circuit.IsOpen);
        Assert.All(sockets, socket => Assert.Equal(WebSocketState.Open, socket.State));

        sockets.ForEach(socket => socket.Dispose());
        await Eventually.HoldsAsync(
            () => Portal.Services.GetRequiredService<OpenConnections>().All.Count == 1, () => "Closed connections are still counted.", TimeSpan.FromSeconds(20));
    }

    private async Task<RawCircuit> OpenAsync(SessionInfo session) =>
        await RawCircuit.OpenAsync(_http, Portal.Address, "/activity", await Portal.CookieOfAsync(session, "ann"), CancellationToken.None);

    private async Task<HttpStatusCode> RefusalAsync(string? cookie)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", RawCircuit.Origin(Portal.Address));
        socket.Options.SetRequestHeader("Cookie", cookie);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{Portal.Address.Authority}/_blazor"), CancellationToken.None));
        return socket.HttpStatusCode;
    }
}
