using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Twente.Igw.Databases;

/// <summary>
/// The migrations of one engine. All engines' migrations live in this assembly and are for the same contexts, which
/// EF's own finder cannot tell apart; the namespace can.
/// </summary>
internal abstract class EngineMigrations : IMigrationsAssembly
{
    private readonly Lazy<ModelSnapshot?> _snapshot;

    protected EngineMigrations(ICurrentDbContext current)
    {
        var context = current.Context.GetType();
        var types = TypesFor(context, GetType().Namespace!).ToList();
        Migrations = types.Where(t => t.IsSubclassOf(typeof(Migration)))
            .Select(t => (Id: IdOf(t), Type: t.GetTypeInfo()))
            .OrderBy(m => m.Id, StringComparer.Ordinal)
            .ToDictionary(m => m.Id, m => m.Type, StringComparer.Ordinal);
        _snapshot = new Lazy<ModelSnapshot?>(() =>
            types.SingleOrDefault(t => t.IsSubclassOf(typeof(ModelSnapshot))) is { } snapshot
                ? (ModelSnapshot)Activator.CreateInstance(snapshot)!
                : null);
    }

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot => _snapshot.Value;

    public Assembly Assembly => typeof(EngineMigrations).Assembly;

    /// <summary>The migrations of a model on the engine this class belongs to, in order.</summary>
    public static IReadOnlyList<string> AllOf<TDb, TMigrations>()
        where TDb : DbContext where TMigrations : EngineMigrations =>
        [
            .. TypesFor(typeof(TDb), typeof(TMigrations).Namespace!).Where(t => t.IsSubclassOf(typeof(Migration)))
                .Select(IdOf).Order(StringComparer.Ordinal),
        ];

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(
            id => id == nameOrId || id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..] == nameOrId);

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static IEnumerable<Type> TypesFor(Type context, string engine) =>
        typeof(EngineMigrations).Assembly.GetTypes().Where(t =>
            t.Namespace?.StartsWith(engine + ".", StringComparison.Ordinal) == true
            && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context);

    private static string IdOf(Type migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Id;
}
