using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomelabPortal.Testing;

/// <summary>Somebody with an account at a portal, signed in through its own pages, as a browser without scripts would.</summary>
internal sealed partial class PortalPerson : IDisposable
{
    public const string Password = "three mild green towers";

    private PortalPerson(Uri portal, string name, IPAddress? from)
    {
        Name = name;
        Portal = portal;
        Http = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = Cookies,
            AllowAutoRedirect = false,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context, from ?? IPAddress.Loopback, cancellationToken),
        }) { BaseAddress = portal };
    }

    public string Name { get; }

    public Uri Portal { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Signed in. It does not follow redirects.</summary>
    public HttpClient Http { get; }

    /// <summary>For a header of a raw request.</summary>
    public string CookieHeader => Cookies.GetCookieHeader(Portal);

    /// <summary>For a browser: its cookies by name.</summary>
    public IEnumerable<(string Name, string Value)> CookiePairs => Cookies.GetCookies(Portal).Select(cookie => (cookie.Name, cookie.Value));

    /// <summary>Makes the account that a setup link, invitation or way-back link is for.</summary>
    public static async Task<PortalPerson> JoinAsync(Uri portal, string link, string name, IPAddress? from = null, CancellationToken cancellationToken = default)
    {
        var person = new PortalPerson(portal, name, from);
        await person.SubmitAsync(new Uri(portal, link).PathAndQuery, new() { ["Name"] = name, ["Password"] = Password, ["Repeated"] = Password }, cancellationToken);
        return person;
    }

    public static async Task<PortalPerson> SignInAsync(Uri portal, string name, string password = Password, CancellationToken cancellationToken = default)
    {
        var person = new PortalPerson(portal, name, null);
        await person.SubmitAsync("/sign-in", new() { ["Name"] = name, ["Password"] = password }, cancellationToken);
        return person;
    }

    /// <summary>An admin makes an account for somebody else, by a real invitation.</summary>
    /// <param name="role">Viewer, Operator or Admin.</param>
    public async Task<PortalPerson> InviteAsync(string role, string name, IPAddress? from = null, CancellationToken cancellationToken = default)
    {
        using var response = await PostAsync("/_portal/invitations", new { role }, cancellationToken);
        var link = (string?)(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["link"];
        return await JoinAsync(Portal, link!, name, from, cancellationToken);
    }

    /// <summary>Posts JSON as a script on one of the portal's pages does, with the antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, object? body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", await TokenAsync(cancellationToken));
        request.Headers.Add("Origin", Portal.GetLeftPart(UriPartial.Authority));
        return await Http.SendAsync(request, cancellationToken);
    }

    public async Task<string> TokenAsync(CancellationToken cancellationToken = default) =>
        (string)(await Http.GetFromJsonAsync<JsonObject>("/_portal/antiforgery", cancellationToken))!["token"]!;

    /// <summary>Fills the form of a page and sends it. A page that answers with a form again says there what is wrong.</summary>
    public async Task SubmitAsync(string path, Dictionary<string, string> fields, CancellationToken cancellationToken = default)
    {
        using var response = await TrySubmitAsync(path, fields, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{path} answered {(int)response.StatusCode} instead of letting {Name} in:\n{await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>Fills the form of a page and sends it, whatever comes of it.</summary>
    public async Task<HttpResponseMessage> TrySubmitAsync(string path, Dictionary<string, string> fields, CancellationToken cancellationToken = default)
    {
        var page = await Http.GetStringAsync(path, cancellationToken);
        foreach (Match hidden in Hidden().Matches(page))
            fields[hidden.Groups[1].Value] = WebUtility.HtmlDecode(hidden.Groups[2].Value);
        return await PostFormAsync(path, fields, cancellationToken);
    }

    /// <summary>Posts exactly these fields, from a page of the portal's own origin.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, Dictionary<string, string> fields, CancellationToken cancellationToken = default)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("Origin", Portal.GetLeftPart(UriPartial.Authority));
        return await Http.SendAsync(request, cancellationToken);
    }

    /// <summary>A visitor without an account.</summary>
    /// <param name="from">The loopback address to come from, 127.0.0.1 by default; whoever is limited by address needs their own.</param>
    public static PortalPerson Stranger(Uri portal, IPAddress? from = null) => new(portal, "nobody", from);

    public void Dispose() => Http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, IPAddress from, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();
}
