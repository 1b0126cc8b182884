using HomelabPortal.Testing;
using HomelabPortal.Tests.Access.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Endpoints;

/// <summary>A running portal, all its endpoints, and what each of them answered to each kind of caller.</summary>
public sealed class EndpointMatrix : IAsyncLifetime
{
    private HostedPortal? _portal;

    /// <summary>One entry an endpoint, in the order of the golden file; the answers are in the order of <see cref="Columns"/>.</summary>
    internal IReadOnlyList<(ListedEndpoint Endpoint, IReadOnlyList<string> Answers)> Rows { get; private set; } = [];

    internal IReadOnlyList<string> Columns { get; private set; } = [];

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartAsync();
        await Eventually.HoldsAsync(
            async () => (await _portal.SendAsync(context => context.Request.Path = "/readyz")).Response.StatusCode == 200, () => "The portal is not ready.", TimeSpan.FromSeconds(60));
        var callers = Caller.All(_portal);
        Columns = [.. callers.Select(caller => caller.Name)];
        var rows = new List<(ListedEndpoint, IReadOnlyList<string>)>();
        foreach (var endpoint in Endpoints())
        {
            var answers = new List<string>();
            foreach (var (_, caller) in callers)
                answers.Add(await caller.AskAsync(endpoint.Method, endpoint.Path));
            rows.Add((endpoint, answers));
        }

        Rows = rows;
    }

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    /// <summary>The answers to nobody for every file, which are too many and too changeable to be listed.</summary>
    internal async Task<IReadOnlyList<string>> FileAnswersAsync()
    {
        var nobody = Caller.All(_portal!)[0].Caller;
        var answers = new List<string>();
        foreach (var file in Routes().Where(ListedEndpoint.IsFile).SelectMany(ListedEndpoint.Of).Where(file => file.Method == "GET"))
            answers.Add(await nobody.AskAsync("GET", file.Path));
        return answers;
    }

    private IEnumerable<ListedEndpoint> Endpoints() => Routes()
        .Where(endpoint => !ListedEndpoint.IsFile(endpoint))
        .SelectMany(ListedEndpoint.Of)
        .Distinct()
        .OrderBy(endpoint => endpoint.Pattern, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal);

    private IEnumerable<RouteEndpoint> Routes() => _portal!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
