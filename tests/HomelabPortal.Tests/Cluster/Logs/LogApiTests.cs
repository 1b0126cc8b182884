using System.Net;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Cluster.Logs;

/// <summary>Logs as programs read them: from the simulated kubelet through the API server and the portal.</summary>
public sealed class LogApiTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Pod = "/api/v1/pods/databases/postgres-0/log";
    private static readonly FaultMatch _logs = new() { PathContains = "/pods/postgres-0/log?" };

    [Fact]
    public async Task Log_IsText_WithTailFilterAndTimes()
    {
        using var client = await fixture.Host.WithTokenAsync(Role.Operator);
        var all = await client.GetStringAsync(Pod + "?container=postgres&tail=20");
        Assert.Equal(20, all.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches(@"^2026|^\d{4}-\d\d-\d\dT", await client.GetStringAsync(Pod + "?container=postgres&tail=1&timestamps=true"));
        Assert.Empty(await client.GetStringAsync(Pod + "?container=postgres&q=no-line-says-this"));
        var workload = await client.GetStringAsync("/api/v1/workloads/statefulsets/databases/postgres/log?tail=3");
        Assert.Contains("[postgres-0/postgres] ", workload);
    }

    [Fact]
    public async Task Log_OfAViewerOrOfATokenWithoutTheScope_IsRefused()
    {
        using var viewer = await fixture.Host.WithTokenAsync(Role.Viewer);
        using var small = await fixture.Host.WithTokenAsync(Role.Admin, "lab:read");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(Pod)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await small.GetAsync(Pod)).StatusCode);
    }

    [Theory]
    [InlineData("?tail=-1", "tail")]
    [InlineData("?since=yesterday", "since")]
    [InlineData("?q=(&regex=true", "q")]
    [InlineData("?follow=true&previous=true", "follow")]
    [InlineData("?follow=perhaps", "follow")]
    public async Task BadOption_IsNamed(string query, string option)
    {
        using var client = await fixture.Host.WithTokenAsync(Role.Operator);
        using var answer = await client.GetAsync(Pod + query);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"\"{option}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task NoSuchPodOrContainer_IsNotFound()
    {
        using var client = await fixture.Host.WithTokenAsync(Role.Operator);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/pods/databases/none/log")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Pod + "?container=none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/workloads/statefulsets/databases/none/log")).StatusCode);
    }

    [Fact]
    public async Task ReaderWhoLeaves_ClosesTheConnectionToTheCluster()
    {
        using var client = await fixture.Host.WithTokenAsync(Role.Operator);
        var faults = fixture.Host.Lab.Lab.Faults;
        var streams = fixture.Host.Server.GetRequiredService<LogStreams>();
        using (var answer = await client.GetAsync(Pod + "?container=postgres&tail=1&follow=true", HttpCompletionOption.ResponseHeadersRead))
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            Assert.True(await body.ReadAsync(new byte[100]) > 0);
            Assert.Equal(1, faults.OpenStreams(_logs));
        }

        await Eventually.HoldsAsync(() => Task.FromResult(faults.OpenStreams(_logs) == 0 && streams.Open == 0), () => "The log is still being read.", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task TokenThatIsRevoked_EndsTheLogThatIsRead()
    {
        var actor = await fixture.Host.SignInAsync(Role.Operator);
        var acts = fixture.Host.Server.GetRequiredService<TokenActs>();
        var made = await acts.MakeAsync(new TokenWish("logs", [Scopes.ReadLogs], TimeSpan.FromDays(1)), actor, CancellationToken.None);
        using var client = fixture.Host.With(made.Text!);
        using var answer = await client.GetAsync(Pod + "?container=postgres&tail=1&follow=true", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        Assert.True(await body.ReadAsync(new byte[100]) > 0);

        await acts.RevokeAsync(fixture.Host.Access.Current.Tokens.Values.Single(token => token.AccountId == actor.AccountId).Id, actor, CancellationToken.None);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (await body.ReadAsync(new byte[1000], limit.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Cut, not ended: nobody should take it for the end of the log.
        }
    }

    [Fact]
    public async Task NinthLogOfOnePerson_IsRefusedInWords()
    {
        using var client = await fixture.Host.WithTokenAsync(Role.Operator);
        var open = new List<HttpResponseMessage>();
        for (var number = 0; number < LogStreams.MostOfOne; number++)
            open.Add(await client.GetAsync(Pod + "?container=postgres&tail=1&follow=true", HttpCompletionOption.ResponseHeadersRead));
        using var ninth = await client.GetAsync(Pod + "?container=postgres&tail=1&follow=true");
        Assert.Equal(HttpStatusCode.TooManyRequests, ninth.StatusCode);
        Assert.Contains("You are reading 8 logs already", await ninth.Content.ReadAsStringAsync());
        open.ForEach(answer => answer.Dispose());
    }
}
