namespace HomelabPortal.Ui.Tables;

/// <summary>Hands out the same list as long as its rows are the same, so that a table need not look at it again.</summary>
public sealed class KeptRows<T>
{
    private IReadOnlyList<T> _rows = [];

    public IReadOnlyList<T> Of(IReadOnlyList<T> rows) => _rows = rows.SequenceEqual(_rows) ? _rows : rows;
}
