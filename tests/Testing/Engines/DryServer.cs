using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Areas;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>The product's contexts on SQL Server with no server behind them: what they send is written down.</summary>
public sealed class DryServer
{
    private readonly TenantDatabases _databases;
    private readonly IDbContextFactory<IdentityDb> _identities;
    private readonly RegionalDatabases _region;
    private readonly WriteDown _written = new();

    public DryServer()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Igw:Database:Engine"] = nameof(EngineName.SqlServer), ["Igw:Database:Secret"] = "droog",
            ["Igw:Database:Server"] = "Server=nowhere",
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddTenancy(new DataFolder(Path.GetTempPath()))
            .AddDatabases().AddIdentity().AddAreas().AddFigures().AddDeliveries().AddRegional().AddPublishing();
        // Nothing is opened, so there is nothing to guard.
        foreach (var service in services.Where(s => s.ServiceType == typeof(IInterceptor)).ToList())
            services.Remove(service);
        services.AddSingleton<IInterceptor>(_written);
        var built = services.BuildServiceProvider();
        _databases = built.GetRequiredService<TenantDatabases>();
        _identities = built.GetRequiredService<IDbContextFactory<IdentityDb>>();
        _region = built.GetRequiredService<RegionalDatabases>();
    }

    public TenantDb OpenTenant() => _databases.Open(new TenantLogin(TestPlatform.Enschede, 0));

    public CatalogueDb OpenCatalogue() => _databases.CreateDbContext();

    /// <summary>What was sent since this was last asked.</summary>
    public IReadOnlyList<string> Sent() => _written.Take();

    /// <summary>What a query asked of another engine would be here.</summary>
    internal IReadOnlyList<string> Translate(Type context, Expression query)
    {
        using DbContext db = context == typeof(TenantDb) ? OpenTenant()
            : context == typeof(IdentityDb) ? _identities.CreateDbContext()
            : context.IsAssignableTo(typeof(RegionalDb)) ? _region.OpenToWrite() : OpenCatalogue();
        var moved = new MoveHere(db).Move(query);
        var result = query.Type.IsAssignableTo(typeof(IQueryable))
            ? typeof(IEnumerable<>).MakeGenericType(query.Type.GetGenericArguments()[0])
            : query.Type;
        _ = Sent();
        try
        {
            typeof(MoveHere).GetMethod(nameof(MoveHere.Run))!.MakeGenericMethod(result).Invoke(moved, []);
        }
        catch (System.Reflection.TargetInvocationException empty) when (
            empty.InnerException is InvalidOperationException && !_written.IsEmpty)
        {
            // It was sent; that no row came back is not its fault.
        }
        return Sent();
    }

    /// <summary>A query that was made for one model, on another.</summary>
    private sealed class MoveHere(DbContext db) : ExpressionVisitor
    {
        private readonly QueryContext _run = db.GetService<IQueryContextFactory>().Create();
        private Expression? _query;

        public MoveHere Move(Expression query)
        {
            _query = Visit(query);
            return this;
        }

        public void Run<TResult>()
        {
            var answer = db.GetService<IDatabase>().CompileQuery<TResult>(_query!, async: false)(_run);
            if (answer is System.Collections.IEnumerable rows and not string)
                foreach (var _ in rows)
                {
                    // Asking for the rows is what sends the query.
                }
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root)
                return new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!);
            if (node is QueryParameterExpression parameter)
                _run.Parameters[parameter.Name] = Sample(parameter.Type);
            return node is QueryParameterExpression ? node : base.VisitExtension(node);
        }

        /// <summary>Any value of the type; lists have two, so that they are lists.</summary>
        private static object? Sample(Type type)
        {
            var element = type.IsArray ? type.GetElementType()
                : type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable))
                    ? type.GetGenericArguments().FirstOrDefault() : null;
            if (element is null)
                return type == typeof(string) ? "x"
                    : (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTime)
                        ? DateTime.UnixEpoch.ToUniversalTime()
                    : type.IsValueType ? Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type) : null;
            var list = Array.CreateInstance(element, 2);
            list.SetValue(Sample(element), 0);
            list.SetValue(Sample(element), 1);
            return type.IsArray || type.IsInterface ? list : Activator.CreateInstance(type, list);
        }
    }

    /// <summary>Sends nothing and answers with nothing.</summary>
    private sealed class WriteDown : DbCommandInterceptor, IDbConnectionInterceptor
    {
        private readonly Queue<string> _sent = new();

        public bool IsEmpty => _sent.Count == 0;

        public string[] Take()
        {
            string[] sent = [.. _sent];
            _sent.Clear();
            return sent;
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            _sent.Enqueue(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            _sent.Enqueue(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(1);
        }

        public InterceptionResult ConnectionOpening(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }
}
