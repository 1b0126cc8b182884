namespace HomelabPortal.Ui.Tables;

/// <summary>Where a column goes when a row becomes a two-line card on a phone.</summary>
public enum PhonePlace
{
    Hidden,

    /// <summary>First line, left. Exactly one column; it also carries the row's link.</summary>
    Name,

    /// <summary>First line, right.</summary>
    State,

    /// <summary>Second line; the two facts that matter.</summary>
    Fact,

    /// <summary>A line of its own below, such as for the row's buttons; left out while the cell holds no element.</summary>
    Line,
}
