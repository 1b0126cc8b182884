using System.Globalization;
using System.Net;
using System.Text;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HomelabPortal.Tests.Access.Endpoints;

/// <summary>Calls an endpoint as one kind of caller, each time as somebody new from somewhere new, so that no call and no limit touches the next.</summary>
internal sealed class Caller(HostedPortal portal, Func<HostedPortal, string, Task<(string Header, string Value)?>> credential)
{
    private static readonly TimeSpan _answerTimeout = TimeSpan.FromSeconds(20);
    private static int _number;

    /// <summary>Every column of the golden file.</summary>
    public static IReadOnlyList<(string Name, Caller Caller)> All(HostedPortal portal) =>
    [
        ("nobody", new(portal, (_, _) => Task.FromResult<(string, string)?>(null))),
        ("garbage", new(portal, (_, _) => Task.FromResult<(string, string)?>(("Authorization", "Bearer nothing")))),
        ("ended", new(portal, async (at, name) => await CookieAsync(at, name, Role.Admin, session => session with { Id = new string('e', 32) }))),
        ("expired", new(portal, async (at, name) => await BearerAsync(at, name, Role.Admin, TimeSpan.FromSeconds(-1), AllScopes))),
        ("viewer", new(portal, async (at, name) => await CookieAsync(at, name, Role.Viewer))),
        ("operator", new(portal, async (at, name) => await CookieAsync(at, name, Role.Operator))),
        ("admin", new(portal, async (at, name) => await CookieAsync(at, name, Role.Admin))),
        ("reader", new(portal, async (at, name) => await BearerAsync(at, name, Role.Admin, TimeSpan.FromHours(1), [Scopes.ReadLab]))),
        ("token", new(portal, async (at, name) => await BearerAsync(at, name, Role.Admin, TimeSpan.FromHours(1), AllScopes))),
        ("small", new(portal, async (at, name) => await BearerAsync(at, name, Role.Viewer, TimeSpan.FromHours(1), AllScopes))),
    ];

    private static string[] AllScopes => [.. ActTable.All.Select(rule => rule.Scope).OfType<string>().Distinct()];

    /// <summary>The status of the answer, and for a redirect to where.</summary>
    public async Task<string> AskAsync(string method, string path)
    {
        var number = Interlocked.Increment(ref _number);
        var name = $"person{number}";
        var own = await credential(portal, name);
        using var limit = new CancellationTokenSource(_answerTimeout);
        try
        {
            var context = await portal.SendAsync(context => Fill(context, method, path, own, number), limit.Token);
            var status = context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
            return context.Response.Headers.Location.ToString() is { Length: > 0 } location ? $"{status}:{PathOf(location)}" : status;
        }
        catch (OperationCanceledException)
        {
            return "silent";
        }
        finally
        {
            await portal.ForgetAsync(name);
        }
    }

    private static void Fill(HttpContext context, string method, string path, (string Header, string Value)? own, int number)
    {
        var request = context.Request;
        context.Connection.RemoteIpAddress = new IPAddress([10, 0, (byte)(number >> 8), (byte)number]);
        request.Method = method;
        request.Path = path;
        request.Headers.Accept = path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html";
        if (own is { } credential)
            request.Headers[credential.Header] = credential.Value;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return;
        request.Headers.Origin = "http://localhost";
        request.ContentType = "application/json";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes("{}"));
        request.ContentLength = 2;
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
    }

    /// <summary>The in-memory server knows no wire to see it on.</summary>
    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    private static string PathOf(string location) =>
        (location.StartsWith('/') ? location : new Uri(location).AbsolutePath).Split('?')[0];

    private static async Task<(string, string)> CookieAsync(HostedPortal at, string name, Role role, Func<SessionInfo, SessionInfo>? change = null)
    {
        var session = await at.BeginSessionAsync(await at.AddAccountAsync(name, role));
        return ("Cookie", await at.CookieOfAsync(change is null ? session : change(session), name));
    }

    private static async Task<(string, string)> BearerAsync(HostedPortal at, string name, Role role, TimeSpan lasts, string[] scopes) =>
        ("Authorization", $"Bearer {await at.AddTokenAsync(await at.AddAccountAsync(name, role), at.Now + lasts, scopes)}");
}
