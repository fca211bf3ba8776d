using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Billing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "billing_price_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    least = table.Column<long>(type: "INTEGER", nullable: false),
                    most = table.Column<long>(type: "INTEGER", nullable: false),
                    must_offer = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    exemption = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_item", x => new { x.list, x.code });
                    table.CheckConstraint("billing_price_item_amounts", "least >= 0 and most >= least");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_list",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_list", x => x.id);
                    table.CheckConstraint("billing_price_list_period", "until is null or until >= \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_term",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    match = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    from = table.Column<decimal>(type: "TEXT", nullable: false),
                    to = table.Column<decimal>(type: "TEXT", nullable: true),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    percent = table.Column<decimal>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_term", x => new { x.list, x.item, x.ordinal });
                });

            migrationBuilder.CreateIndex(
                name: "billing_price_list_code",
                table: "billing_price_list",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_price_list_institution_from",
                table: "billing_price_list",
                columns: new[] { "institution", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "billing_price_item");

            migrationBuilder.DropTable(
                name: "billing_price_list");

            migrationBuilder.DropTable(
                name: "billing_price_term");
        }
    }
}
