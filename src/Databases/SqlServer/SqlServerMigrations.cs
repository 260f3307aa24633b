using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Twente.Igw.Databases.SqlServer;

internal sealed class SqlServerMigrations(ICurrentDbContext current) : EngineMigrations(current);
