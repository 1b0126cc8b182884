namespace HomelabPortal.BrowserTests;

/// <summary>What a page does that nobody sees: asks for what the policy forbids, and moves under the reader's eyes.</summary>
internal static class PageRecord
{
    public const string Violations =
        "window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile ?? ''} ${e.sample ?? ''}`));";

    public const string Shifts =
        """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const entry of list.getEntries())
            if (!entry.hadRecentInput) window.shifts.push({ value: entry.value, where: entry.sources.slice(0, 3).map(one => { const at = one.node?.nodeType === 1 ? one.node : one.node?.parentElement; return at ? `${at.tagName.toLowerCase()}.${at.className}` : '?'; }).join(', ') });
        }).observe({ type: 'layout-shift', buffered: true });
        """;
}
