namespace Twente.Igw.Deliveries;

/// <summary>Columns of contracts that a mapping treats apart.</summary>
internal static class MappedColumns
{
    public const string Count = "aantal";
    public const string BoundaryYear = "indelingsjaar";
    public const string Week = "week";
    public const string Period = "periode";

    /// <summary>The column that says of which gemeente a row is; null where rows of others are passed over.</summary>
    public static int? AreaOf(TableSchema schema) => Find(schema, "buurtcode") ?? Find(schema, "gebied");

    public static int? Find(TableSchema schema, string column)
    {
        for (var at = 0; at < schema.Fields.Count; at++)
            if (schema.Fields[at].Name == column)
                return at;
        return null;
    }
}
