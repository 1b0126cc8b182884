using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Drawing;

/// <summary>
/// Pure: how each panel of a column is drawn. States have no say in it, so that nothing moves when something breaks.
/// <code>
/// more things than squares can show           counts
/// somebody asks for names or squares          that
/// a dense panel                               squares
/// the column has too many names               the largest panels as squares, until the rest can be read
/// else                                        names
/// </code>
/// </summary>
internal static class PanelForms
{
    public static Dictionary<string, PanelForm> Of(MapColumn column, MapFolds folds)
    {
        var forms = column.Panels.DistinctBy(panel => panel.Id).ToDictionary(panel => panel.Id, panel => Of(panel, folds));
        foreach (var large in column.Panels.Where(panel => forms[panel.Id] == PanelForm.Names && folds.Wanted(panel.Id) is null && panel.Things.Count > 2).OrderByDescending(panel => panel.Things.Count))
        {
            if (column.Panels.Where(panel => forms[panel.Id] == PanelForm.Names).Sum(panel => panel.Things.Count) <= Measures.MostRows)
                break;
            forms[large.Id] = PanelForm.Squares;
        }

        return forms;
    }

    private static PanelForm Of(MapPanel panel, MapFolds folds) => panel.Things.Count > Measures.MostSquares
        ? PanelForm.Counts
        : folds.Wanted(panel.Id) ?? (panel.IsDense ? PanelForm.Squares : PanelForm.Names);
}
