namespace HomelabPortal.Ui.Tables;

/// <summary>Decides which rows of a table are shown, in which order, and what the filter matched.</summary>
/// <param name="Rows">The rows in the order shown.</param>
/// <param name="MatchedIn">Titles of the columns in which the filter found something, in column order.</param>
internal sealed record TableView<TItem>(IReadOnlyList<TItem> Rows, IReadOnlyList<string> MatchedIn)
    where TItem : notnull
{
    /// <summary>Every word of the filter must occur in some filtered column; the case does not matter.</summary>
    public static TableView<TItem> Of(IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns, string filter, Column<TItem>? sort, bool descending)
    {
        var words = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var searched = columns.Where(column => column.Filtered && column.Text is not null).ToArray();
        var hits = new bool[searched.Length];
        var rows = words.Length == 0 ? items : items.Where(item => Matches(item, words, searched, hits)).ToArray();
        if (sort?.SortBy is { } key)
            rows = (descending ? rows.OrderByDescending(key, NaturalOrder.Instance) : rows.OrderBy(key, NaturalOrder.Instance)).ToArray();
        return new TableView<TItem>(rows, searched.Where((_, index) => hits[index]).Select(column => column.Title).ToArray());
    }

    private static bool Matches(TItem item, string[] words, Column<TItem>[] columns, bool[] hits)
    {
        Span<bool> found = stackalloc bool[columns.Length];
        foreach (var word in words)
        {
            var any = false;
            for (var index = 0; index < columns.Length; index++)
            {
                if (columns[index].Text!(item)?.Contains(word, StringComparison.OrdinalIgnoreCase) != true)
                    continue;
                any = found[index] = true;
            }

            if (!any)
                return false;
        }

        for (var index = 0; index < columns.Length; index++)
            hits[index] |= found[index];
        return true;
    }
}
