using Microsoft.Extensions.Logging;

namespace HomelabPortal.Access.Web;

/// <summary>
/// The web framework writes paths, queries and headers below Warning, and the path of a one-time link is its secret.
/// So no configuration makes it say more than warnings; the portal's own categories are as talkative as one likes.
/// </summary>
internal static class QuietFramework
{
    private const string Framework = "Microsoft.AspNetCore";

    public static void Configure(LoggerFilterOptions options)
    {
        var talkative = options.Rules.Where(rule => IsOfFramework(rule) && rule.LogLevel < LogLevel.Warning).ToList();
        foreach (var rule in talkative)
        {
            options.Rules.Remove(rule);
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LogLevel.Warning, null));
        }

        // A rule for one provider outweighs one for all, so each provider that is named gets its own.
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            if (!options.Rules.Any(rule => rule.ProviderName == provider && rule.CategoryName == Framework))
                options.Rules.Add(new LoggerFilterRule(provider, Framework, LogLevel.Warning, null));
        }
    }

    private static bool IsOfFramework(LoggerFilterRule rule) =>
        rule.CategoryName?.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) == true;
}
