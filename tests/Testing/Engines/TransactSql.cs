using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Twente.Igw.Testing;

/// <summary>
/// What the product would send to SQL Server, read by SQL Server's own parser. Every query that any test asks of
/// another engine is translated here too, so that no server is the first to read it.
/// </summary>
public sealed class TransactSql : IQueryExpressionInterceptor
{
    /// <summary>One for all platforms: EF makes a service provider for each that differs.</summary>
    public static readonly TransactSql OfAll = new();

    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);
    private static readonly Lazy<DryServer> Server = new(() => new DryServer());

    private TransactSql()
    {
    }

    /// <summary>How many different queries were translated and read in this run.</summary>
    public static int Queries => Seen.Count;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is { } context && Seen.TryAdd($"{context.GetType()} {queryExpression}", true))
            lock (Server)
                foreach (var sql in Server.Value.Translate(context.GetType(), queryExpression))
                    Check(sql);
        return queryExpression;
    }

    /// <exception cref="NotTransactSqlException">The parser refuses it, or it is a statement never used.</exception>
    public static void Check(string sql)
    {
        var parser = new TSql160Parser(initialQuotedIdentifiers: true);
        var script = parser.Parse(new StringReader(sql), out var errors);
        if (errors.Count > 0)
            throw new NotTransactSqlException(errors[0].Message, sql);
        var merges = new FindMerge();
        script.Accept(merges);
        if (merges.Found)
            throw new NotTransactSqlException("MERGE has locking traps and is not used.", sql);
    }

    private sealed class FindMerge : TSqlFragmentVisitor
    {
        public bool Found { get; private set; }

        public override void Visit(MergeStatement node) => Found = true;
    }
}

/// <summary>Something the product would send to SQL Server is not its language, or not as we use it.</summary>
public sealed class NotTransactSqlException(string why, string sql) : Exception($"{why}\n{sql}");
