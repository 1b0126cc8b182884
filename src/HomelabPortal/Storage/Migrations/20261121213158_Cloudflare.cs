using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomelabPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Cloudflare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsOurs",
                table: "TunnelDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OpenPaths",
                table: "Exposures",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "AdoptedId",
                table: "DnsEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AdoptedImage",
                table: "DnsEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "DnsEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LoginPolicies",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TunnelEntries",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    TunnelId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: true),
                    Service = table.Column<string>(type: "TEXT", nullable: false),
                    OriginRequest = table.Column<string>(type: "TEXT", nullable: true),
                    LoginPolicy = table.Column<string>(type: "TEXT", nullable: true),
                    IsPublicWithoutLogin = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TunnelEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ZoneSnapshots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ZoneId = table.Column<string>(type: "TEXT", nullable: false),
                    ZoneName = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAtTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Records = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ZoneSnapshots", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ZoneSnapshots_ZoneId_TakenAtTicks",
                table: "ZoneSnapshots",
                columns: new[] { "ZoneId", "TakenAtTicks" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LoginPolicies");

            migrationBuilder.DropTable(
                name: "TunnelEntries");

            migrationBuilder.DropTable(
                name: "ZoneSnapshots");

            migrationBuilder.DropColumn(
                name: "IsOurs",
                table: "TunnelDocuments");

            migrationBuilder.DropColumn(
                name: "OpenPaths",
                table: "Exposures");

            migrationBuilder.DropColumn(
                name: "AdoptedId",
                table: "DnsEntries");

            migrationBuilder.DropColumn(
                name: "AdoptedImage",
                table: "DnsEntries");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "DnsEntries");
        }
    }
}
