metadata description = '''
One database in an elastic pool, in which every gemeente has a contained user and a schema of her own. Signing in by SQL
stays on for those users; the administrator is a group of Entra ID. A gemeente that grows gets a database of her own in
the same pool, by a connection string.
'''

param location string
param tags object
param name string
param operators { name: string, objectId: string }
param capacity int
param isProduction bool
param logs string
param subnet string
param zone string

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    version: '12.0'
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
    restrictOutboundNetworkAccess: 'Enabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      principalType: 'Group'
      login: operators.name
      sid: operators.objectId
      tenantId: tenant().tenantId
      // Users of gemeenten are contained and sign in with a secret each.
      azureADOnlyAuthentication: false
    }
  }

  resource pool 'elasticPools' = {
    name: 'igw'
    location: location
    tags: tags
    sku: { name: 'GP_Gen5', tier: 'GeneralPurpose', family: 'Gen5', capacity: capacity }
    properties: {
      perDatabaseSettings: { minCapacity: 0, maxCapacity: capacity }
      zoneRedundant: isProduction
    }
  }

  resource igw 'databases' = {
    name: 'igw'
    location: location
    tags: tags
    properties: {
      elasticPoolId: pool.id
      collation: 'Latin1_General_100_BIN2_UTF8'
      requestedBackupStorageRedundancy: isProduction ? 'GeoZone' : 'Local'
      zoneRedundant: isProduction
    }

    resource encryption 'transparentDataEncryption' = { name: 'current', properties: { state: 'Enabled' } }

    resource shortTerm 'backupShortTermRetentionPolicies' = {
      name: 'default'
      properties: { retentionDays: 14, diffBackupIntervalInHours: 12 }
    }
  }

  resource auditing 'auditingSettings' = {
    name: 'default'
    properties: {
      state: 'Enabled'
      isAzureMonitorTargetEnabled: true
      // Who signed in, who was refused, what was changed about rights and schemas: no rows, no figures.
      auditActionsAndGroups: [
        'SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP'
        'FAILED_DATABASE_AUTHENTICATION_GROUP'
        'DATABASE_PRINCIPAL_CHANGE_GROUP'
        'DATABASE_PERMISSION_CHANGE_GROUP'
        'DATABASE_ROLE_MEMBER_CHANGE_GROUP'
        'SCHEMA_OBJECT_CHANGE_GROUP'
      ]
    }
  }

  resource threats 'securityAlertPolicies' = { name: 'Default', properties: { state: 'Enabled' } }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: server::igw
  properties: { workspaceId: logs, logs: [{ category: 'SQLSecurityAuditEvents', enabled: true }] }
}

module endpoint 'endpoint.bicep' = {
  params: {
    location: location
    tags: tags
    name: name
    resource: server.id
    service: 'sqlServer'
    subnet: subnet
    zone: zone
  }
}

@description('As the platform takes it: without user, over TLS.')
output server string = 'Server=${server.properties.fullyQualifiedDomainName};Database=${server::igw.name};Encrypt=Strict'
