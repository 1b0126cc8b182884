using System.Net;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Access.Providers;

/// <summary>The real portal, the simulated provider, and browsers that go from one to the other.</summary>
public sealed class ProviderPortal : IAsyncLifetime
{
    private readonly HttpClient _atProvider = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private PortalLab? _lab;
    private PortalProcess? _portal;

    internal PortalLab Lab => _lab!;

    internal PortalProcess Portal => _portal!;

    public async Task InitializeAsync()
    {
        _lab = await PortalLab.StartAsync(new() { Content = HomelabPortal.Simulator.LabContent.Empty, Lives = false });
        Configure(_lab);
        _portal = await _lab.StartPortalAsync();
    }

    internal static void Configure(PortalLab lab)
    {
        Configure(lab, "Access__Providers__0__", "Gitea", "Gitea");
        Configure(lab, "Access__Providers__1__", "Authentik", "Oidc");
        lab.Settings["Access__GroupsEvery"] = "00:00:01";
    }

    private static void Configure(PortalLab lab, string section, string name, string kind)
    {
        lab.Settings[section + "Name"] = name;
        lab.Settings[section + "Kind"] = kind;
        lab.Settings[section + "Issuer"] = lab.Lab.Identity.Issuer;
        lab.Settings[section + "ClientId"] = lab.Lab.Identity.ClientId;
        lab.Settings[section + "ClientSecret"] = lab.Lab.Identity.ClientSecret;
        lab.Settings[section + "AdminGroup"] = "homelab:admins";
        lab.Settings[section + "OperatorGroup"] = "homelab:operators";
        lab.Settings[section + "ViewerGroup"] = "homelab:family";
    }

    internal PortalPerson Browser() => PortalPerson.Stranger(Portal.Address);

    /// <summary>Goes to the provider as <paramref name="subject"/> and comes back.</summary>
    /// <returns>Where the portal sends the browser in the end.</returns>
    internal async Task<string> SignInAsync(PortalPerson browser, string subject, string path = "/_portal/sign-in/gitea")
    {
        using var back = await browser.Http.GetAsync(await CallbackAsync(browser, subject, path));
        return LocationOf(back);
    }

    /// <summary>The address the provider sends the browser to, not visited yet.</summary>
    internal async Task<Uri> CallbackAsync(PortalPerson browser, string subject, string path = "/_portal/sign-in/gitea")
    {
        using var away = await browser.Http.GetAsync(path);
        return await CallbackAsync(away, subject);
    }

    internal async Task<Uri> CallbackAsync(HttpResponseMessage away, string subject)
    {
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        using var approved = await _atProvider.GetAsync($"{away.Headers.Location}&as={subject}");
        Assert.True(approved.StatusCode == HttpStatusCode.Redirect, await approved.Content.ReadAsStringAsync());
        return approved.Headers.Location!;
    }

    internal static string LocationOf(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Signed in, as the home page sees it.</summary>
    internal static async Task<bool> IsInAsync(PortalPerson browser)
    {
        using var home = await browser.Http.GetAsync("/");
        return home.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>May do what only an admin with a fresh proof may.</summary>
    internal static async Task<bool> MayInviteAsync(PortalPerson browser)
    {
        using var answer = await browser.PostAsync("/_portal/invitations", new { role = "Viewer" });
        return answer.IsSuccessStatusCode;
    }

    public async Task DisposeAsync()
    {
        _atProvider.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
        if (_lab is not null)
            await _lab.DisposeAsync();
    }
}
