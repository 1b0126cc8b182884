using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Access.SignIn;

namespace HomelabPortal.Tests.Access.Accounts.Passkeys;

/// <summary>One real portal for all passkey tests; each makes people of its own.</summary>
public sealed class PasskeyPortal : IAsyncLifetime
{
    private readonly PortalFolder _folder = new();
    private PortalProcess? _portal;
    private PortalPerson? _admin;
    private int _people;

    internal Uri Address => _portal!.Address;

    public async Task InitializeAsync()
    {
        _portal = await _folder.StartAsync();
        _admin = await _portal.AdminAsync();
    }

    public async Task DisposeAsync()
    {
        _admin?.Dispose();
        await _portal!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Somebody new, signed in with a password a moment ago, and their security key.</summary>
    internal async Task<(PortalPerson Person, SoftAuthenticator Key)> PersonAsync()
    {
        var number = Interlocked.Increment(ref _people);
        return (await _admin!.InviteAsync("Viewer", $"person{number}", from: new IPAddress([127, 0, 1, (byte)number])), new SoftAuthenticator(Address.Host, Origin));
    }

    /// <summary>A browser that nobody is signed in with, at an address of its own.</summary>
    internal PortalPerson Browser() => PortalPerson.Stranger(Address, new IPAddress([127, 0, 2, (byte)Interlocked.Increment(ref _people)]));

    internal string Origin => Address.GetLeftPart(UriPartial.Authority);

    internal static async Task<JsonObject> OptionsAsync(PortalPerson person, string path)
    {
        using var response = await person.PostAsync(path, null);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
    }

    internal static async Task<JsonObject> SignInOptionsAsync(PortalPerson stranger) =>
        (await stranger.Http.GetFromJsonAsync<JsonObject>("/_portal/passkeys/sign-in/options"))!;

    internal static async Task<HttpResponseMessage> AddAsync(PortalPerson person, SoftAuthenticator key) =>
        await person.PostAsync("/_portal/passkeys/add?label=My%20key", key.Create(await OptionsAsync(person, "/_portal/passkeys/add/options")));

    internal static async Task<HttpResponseMessage> SignInAsync(PortalPerson stranger, SoftAuthenticator key) =>
        await stranger.PostAsync("/_portal/passkeys/sign-in", key.Get(await SignInOptionsAsync(stranger)));
}
