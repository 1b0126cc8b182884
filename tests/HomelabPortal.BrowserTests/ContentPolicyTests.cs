using System.Text.RegularExpressions;
using HomelabPortal.Testing;
using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>No entry page asks for what the content security policy forbids, and what an attacker would put into a page does not run; every other page is held to it by <see cref="ScreenshotTests"/>.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class ContentPolicyTests(PortalBrowser browser)
{
    private static readonly string[] _injections =
    [
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))",
        "document.body.append(Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' }))",
        "document.body.append(Object.assign(document.createElement('script'), { src: 'data:text/javascript,window.ran=true' }))",
        "{ const a = document.createElement('a'); a.setAttribute('onclick', 'window.ran = true'); document.body.append(a); a.click(); }",
        "{ const i = document.createElement('img'); i.setAttribute('onerror', 'window.ran = true'); i.src = '/nothing.png'; document.body.append(i); }",
        "{ const a = document.createElement('a'); a.href = 'javascript:window.ran=true'; document.body.append(a); a.click(); }",
        "{ const f = document.createElement('iframe'); f.srcdoc = '<script>parent.ran = true</script>'; document.body.append(f); }",
    ];

    [AxeFact]
    public async Task EntryPages_OfAPortalWithoutAccounts_StayWithinThePolicyAndAreUsableByEverybody()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        await Eventually.HoldsAsync(() => SetupLink().IsMatch(portal.Log), () => portal.Log, TimeSpan.FromSeconds(30));
        var setup = SetupLink().Match(portal.Log).Value;
        await using var page = await browser.OpenAsync("/sign-in", address: portal.Address);
        await page.Page.AddInitScriptAsync(PageRecord.Violations);
        await Axe.AddAsync(page.Page.Context);
        var wrong = new List<string>();
        foreach (var path in new[] { "/sign-in", "/sign-in/recovery", setup, "/invitation/nothing" })
            wrong.AddRange(await LookAsync(page.Page, path, path));

        Assert.Equal([], wrong);
        Assert.Empty(page.Errors);
    }

    [BrowserFact]
    public async Task Script_PutIntoAPage_DoesNotRun()
    {
        await using var portal = await browser.OpenAsync("/");
        // A page of its own, for on the other one a refusal is a fault.
        var page = await portal.Page.Context.NewPageAsync();
        await page.AddInitScriptAsync(PageRecord.Violations);
        await page.GotoAsync("/");
        foreach (var injection in _injections)
            await page.EvaluateAsync($"() => {{ {injection} }}");

        // The frame reports what it refused to itself.
        await page.WaitForFunctionAsync("expected => violations.length >= expected", _injections.Length - 1);
        Assert.False(await page.EvaluateAsync<bool>("() => window.ran === true"));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string name, string path)
    {
        var response = await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var html = await response!.TextAsync();
        var violations = (await page.EvaluateAsync<string[]>("() => violations")).ToList();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await PortalPage.ShowInAsync(page, theme);
            violations.AddRange(await Axe.FindAsync(page));
        }

        return violations.Concat(ScreenshotTests.InlineScript().Matches(html).Select(match => match.Value)).Select(what => $"{name}: {what}");
    }

    [GeneratedRegex(@"/setup/[^\s]+")]
    private static partial Regex SetupLink();
}
