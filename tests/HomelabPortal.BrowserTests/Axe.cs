using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>axe-core: what on a page somebody cannot use, see or hear. It is put into every page before the page's own scripts, where the content policy does not reach.</summary>
internal static class Axe
{
    /// <summary>The rows of a table are alike: of each the first few are looked at, because colours under every cell take long to work out.</summary>
    private const string Run = """
        async rules => {
          const options = { resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) };
          const found = await axe.run({ include: document, exclude: [['tbody tr:nth-of-type(n+9)']] }, options);
          return found.violations.filter(one => one.impact === 'serious' || one.impact === 'critical')
            .flatMap(one => one.nodes.slice(0, 4).map(node => `${one.id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
        }
        """;

    private static readonly string _path = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    public static string? WhyMissing => File.Exists(_path) ? null : "axe-core is missing: npm did not answer when the tests were built";

    public static Task AddAsync(IBrowserContext context) => context.AddInitScriptAsync(scriptPath: _path);

    /// <summary>What it calls serious or critical. Both themes need <c>color-contrast</c>; everything else is the same in both.</summary>
    public static async Task<string[]> FindAsync(IPage page, params string[] rules) => await page.EvaluateAsync<string[]>(Run, rules.Length == 0 ? null : rules);
}
