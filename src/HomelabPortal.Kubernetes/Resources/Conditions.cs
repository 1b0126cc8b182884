namespace HomelabPortal.Kubernetes;

/// <summary>Looking up conditions by type.</summary>
public static class Conditions
{
    /// <summary>The condition of that type, or null when the object does not report it.</summary>
    public static Condition? Find(this IReadOnlyList<Condition> conditions, string type)
    {
        foreach (var condition in conditions)
        {
            if (condition.Type == type)
                return condition;
        }
        return null;
    }

    /// <summary>True only when the condition is there and says so; unknown is not true.</summary>
    public static bool IsTrue(this IReadOnlyList<Condition> conditions, string type) => conditions.Find(type)?.IsTrue() == true;
}
